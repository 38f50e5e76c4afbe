/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Fixes_Title';
import option from '@salesforce/label/c.PortalUsersConsole_Fixes_Option';
import show from '@salesforce/label/c.PortalUsersConsole_Fixes_Show';
import cancel from '@salesforce/label/c.PortalUsersConsole_Fixes_Cancel';
import apply from '@salesforce/label/c.PortalUsersConsole_Fixes_Apply';
import working from '@salesforce/label/c.PortalUsersConsole_Fixes_Working';
import outcome from '@salesforce/label/c.PortalUsersConsole_Fixes_Outcome';
import buttonOf from '@salesforce/label/c.PortalUsersConsole_Fixes_ButtonOf';
import noChanges from '@salesforce/label/c.PortalUsersConsole_Fixes_NoChanges';
import moreChanges from '@salesforce/label/c.PortalUsersConsole_Fixes_MoreChanges';
import record from '@salesforce/label/c.PortalUsersConsole_Fixes_Record';
import what from '@salesforce/label/c.PortalUsersConsole_Fixes_What';
import before from '@salesforce/label/c.PortalUsersConsole_Fixes_Before';
import after from '@salesforce/label/c.PortalUsersConsole_Fixes_After';

export const labels = {
  title,
  option,
  show,
  cancel,
  apply,
  working,
  outcome,
  buttonOf,
  noChanges,
  moreChanges,
  record,
  what,
  before,
  after,
};
