/** Texts of this component, from custom labels. */
import label from '@salesforce/label/c.PortalUsersConsole_AccountPicker_Label';
import placeholder from '@salesforce/label/c.PortalUsersConsole_AccountPicker_Placeholder';
import clear from '@salesforce/label/c.PortalUsersConsole_AccountPicker_Clear';
import none from '@salesforce/label/c.PortalUsersConsole_AccountPicker_None';

export const labels = { label, placeholder, clear, none };
