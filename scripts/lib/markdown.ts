/** Generated documents look as Prettier would leave them, so that formatting the project changes nothing. */
import { format, resolveConfig } from 'prettier';

export const formatted = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), filepath: file, embeddedLanguageFormatting: 'off' });
