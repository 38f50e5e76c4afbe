/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Preflight_Title';
import willCreate from '@salesforce/label/c.PortalUsersConsole_Preflight_WillCreate';
import skipped from '@salesforce/label/c.PortalUsersConsole_Preflight_Skipped';
import blocked from '@salesforce/label/c.PortalUsersConsole_Preflight_Blocked';
import nothing from '@salesforce/label/c.PortalUsersConsole_Preflight_Nothing';
import start from '@salesforce/label/c.PortalUsersConsole_Preflight_Start';
import approved from '@salesforce/label/c.PortalUsersConsole_Preflight_Approved';
import approvedOther from '@salesforce/label/c.PortalUsersConsole_Preflight_ApprovedOther';
import discard from '@salesforce/label/c.PortalUsersConsole_Preflight_Discard';

export const labels = { title, willCreate, skipped, blocked, nothing, start, approved, approvedOther, discard };
