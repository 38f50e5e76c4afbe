/** Texts of this component, from custom labels. */
import checkingTitle from '@salesforce/label/c.PortalUsersConsole_Progress_CheckingTitle';
import creatingTitle from '@salesforce/label/c.PortalUsersConsole_Progress_CreatingTitle';
import stoppedTitle from '@salesforce/label/c.PortalUsersConsole_Progress_StoppedTitle';
import done from '@salesforce/label/c.PortalUsersConsole_Progress_Done';
import created from '@salesforce/label/c.PortalUsersConsole_Progress_Created';
import skipped from '@salesforce/label/c.PortalUsersConsole_Progress_Skipped';
import failed from '@salesforce/label/c.PortalUsersConsole_Progress_Failed';
import waiting from '@salesforce/label/c.PortalUsersConsole_Progress_Waiting';
import checking from '@salesforce/label/c.PortalUsersConsole_Progress_Checking';
import running from '@salesforce/label/c.PortalUsersConsole_Progress_Running';
import settling from '@salesforce/label/c.PortalUsersConsole_Progress_Settling';
import rate from '@salesforce/label/c.PortalUsersConsole_Progress_Rate';
import seconds from '@salesforce/label/c.PortalUsersConsole_Progress_Seconds';
import minutes from '@salesforce/label/c.PortalUsersConsole_Progress_Minutes';
import hours from '@salesforce/label/c.PortalUsersConsole_Progress_Hours';
import waitingLane from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingLane';
import waitingLicence from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingLicence';
import waitingRunner from '@salesforce/label/c.PortalUsersConsole_Progress_WaitingRunner';
import jobGone from '@salesforce/label/c.PortalUsersConsole_Progress_JobGone';
import stopped from '@salesforce/label/c.PortalUsersConsole_Progress_Stopped';
import draft from '@salesforce/label/c.PortalUsersConsole_Progress_Draft';
import stop from '@salesforce/label/c.PortalUsersConsole_Progress_Stop';
import resume from '@salesforce/label/c.PortalUsersConsole_Progress_Resume';

export const labels = {
  checkingTitle,
  creatingTitle,
  stoppedTitle,
  done,
  created,
  skipped,
  failed,
  waiting,
  checking,
  running,
  settling,
  rate,
  seconds,
  minutes,
  hours,
  waitingLane,
  waitingLicence,
  waitingRunner,
  jobGone,
  stopped,
  draft,
  stop,
  resume,
};
