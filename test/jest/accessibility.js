/** `expect(element).toBeAccessible()` in every suite. */
import { setup } from '@sa11y/jest';

setup();
