/** Texts of this component, from custom labels. */
import label from '@salesforce/label/c.PortalUsersConsole_ContactFile_Label';
import help from '@salesforce/label/c.PortalUsersConsole_ContactFile_Help';
import read from '@salesforce/label/c.PortalUsersConsole_ContactFile_Read';
import noIds from '@salesforce/label/c.PortalUsersConsole_ContactFile_NoIds';
import without from '@salesforce/label/c.PortalUsersConsole_ContactFile_Without';

export const labels = { label, help, read, noIds, without };
