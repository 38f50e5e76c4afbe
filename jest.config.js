/** Unit tests of the Lightning web components, straight from their TypeScript. */
import sfdx from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = sfdx;

export default {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  testMatch: ['**/lwc/**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/test/jest/accessibility.js'],
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
  },
};
