/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Approval_Title';
import asks from '@salesforce/label/c.PortalUsersConsole_Approval_Asks';
import youAsk from '@salesforce/label/c.PortalUsersConsole_Approval_YouAsk';
import invitations from '@salesforce/label/c.PortalUsersConsole_Approval_Invitations';
import noInvitations from '@salesforce/label/c.PortalUsersConsole_Approval_NoInvitations';
import yourTurn from '@salesforce/label/c.PortalUsersConsole_Approval_YourTurn';
import who from '@salesforce/label/c.PortalUsersConsole_Approval_Who';
import nobody from '@salesforce/label/c.PortalUsersConsole_Approval_Nobody';
import approve from '@salesforce/label/c.PortalUsersConsole_Approval_Approve';
import reject from '@salesforce/label/c.PortalUsersConsole_Approval_Reject';
import rejectNow from '@salesforce/label/c.PortalUsersConsole_Approval_RejectNow';
import reason from '@salesforce/label/c.PortalUsersConsole_Approval_Reason';
import reasonHelp from '@salesforce/label/c.PortalUsersConsole_Approval_ReasonHelp';
import withdraw from '@salesforce/label/c.PortalUsersConsole_Approval_Withdraw';
import willCreate from '@salesforce/label/c.PortalUsersConsole_Approval_WillCreate';
import skipped from '@salesforce/label/c.PortalUsersConsole_Approval_Skipped';
import blocked from '@salesforce/label/c.PortalUsersConsole_Approval_Blocked';

export const labels = {
  title,
  asks,
  youAsk,
  invitations,
  noInvitations,
  yourTurn,
  who,
  nobody,
  approve,
  reject,
  rejectNow,
  reason,
  reasonHelp,
  withdraw,
  willCreate,
  skipped,
  blocked,
};
