/** Texts of this component, from custom labels. */
import checkingTitle from '@salesforce/label/c.PortalUsersConsole_Progress_CheckingTitle';
import creatingTitle from '@salesforce/label/c.PortalUsersConsole_Progress_CreatingTitle';
import done from '@salesforce/label/c.PortalUsersConsole_Progress_Done';
import created from '@salesforce/label/c.PortalUsersConsole_Progress_Created';
import skipped from '@salesforce/label/c.PortalUsersConsole_Progress_Skipped';
import failed from '@salesforce/label/c.PortalUsersConsole_Progress_Failed';
import waiting from '@salesforce/label/c.PortalUsersConsole_Progress_Waiting';
import checking from '@salesforce/label/c.PortalUsersConsole_Progress_Checking';
import running from '@salesforce/label/c.PortalUsersConsole_Progress_Running';
import settling from '@salesforce/label/c.PortalUsersConsole_Progress_Settling';
import waitingApproval from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingApproval';
import waitingLicence from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingLicence';
import waitingRunner from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingRunner';
import stopped from '@salesforce/label/c.PortalUsersConsole_Progress_Stopped';
import draft from '@salesforce/label/c.PortalUsersConsole_Progress_Draft';
import stop from '@salesforce/label/c.PortalUsersConsole_Progress_Stop';
import resume from '@salesforce/label/c.PortalUsersConsole_Progress_Resume';

export const labels = {
  checkingTitle,
  creatingTitle,
  done,
  created,
  skipped,
  failed,
  waiting,
  checking,
  running,
  settling,
  waitingApproval,
  waitingLicence,
  waitingRunner,
  stopped,
  draft,
  stop,
  resume,
};
