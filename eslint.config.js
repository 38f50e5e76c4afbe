import tseslint from 'typescript-eslint';

/** Types are tsc's business, format is Prettier's: what is left is what neither sees. */
export default tseslint.config(
  // Components are linted as they are written, not as they are deployed.
  { ignores: ['node_modules', '.cache', 'out', '.local-org', 'force-app/**/lwc/**/*.js'] },
  ...tseslint.configs.strict,
  {
    rules: {
      // Switches over unions end in `x satisfies never`; a null that cannot be is said with `!` where a test or an invariant stands for it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time comes in through Settings.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Randomness comes in through Settings.' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'simulation/**', '**/*.test.ts', 'eslint.config.js', 'local-org/src/org/settings.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
