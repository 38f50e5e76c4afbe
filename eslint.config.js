import lwc from '@lwc/eslint-plugin-lwc';
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
    files: ['force-app/**/lwc/*/*.ts'],
    plugins: { '@lwc/lwc': lwc },
    // The platform's own rules. Not its `no-async-await`, `no-for-of` and `no-rest-parameter`: they are for browsers that Salesforce no longer supports.
    rules: {
      '@lwc/lwc/consistent-component-name': 'error',
      '@lwc/lwc/newer-version-available': 'error',
      '@lwc/lwc/no-api-reassignments': 'error',
      '@lwc/lwc/no-async-operation': 'error',
      '@lwc/lwc/no-attributes-during-construction': 'error',
      '@lwc/lwc/no-deprecated': 'error',
      '@lwc/lwc/no-disallowed-lwc-imports': 'error',
      '@lwc/lwc/no-document-query': 'error',
      '@lwc/lwc/no-dupe-class-members': 'error',
      '@lwc/lwc/no-inner-html': 'error',
      '@lwc/lwc/no-leading-uppercase-api-name': 'error',
      '@lwc/lwc/no-leaky-event-listeners': 'error',
      '@lwc/lwc/no-template-children': 'error',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': ['error', { adapters: [] }],
      '@lwc/lwc/no-unknown-wire-adapters': ['error', { adapters: [] }],
      '@lwc/lwc/prefer-custom-event': 'error',
      '@lwc/lwc/valid-api': 'error',
      '@lwc/lwc/valid-graphql-wire-adapter-callback-parameters': 'error',
      '@lwc/lwc/valid-track': 'error',
      '@lwc/lwc/valid-wire': 'error',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'simulation/**', '**/*.test.ts', 'eslint.config.js', 'local-org/src/org/settings.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
