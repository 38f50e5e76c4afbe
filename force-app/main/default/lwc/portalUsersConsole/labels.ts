/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Console_Title';
import subtitle from '@salesforce/label/c.PortalUsersConsole_Console_Subtitle';
import newRun from '@salesforce/label/c.PortalUsersConsole_Console_NewRun';
import stepContacts from '@salesforce/label/c.PortalUsersConsole_Console_StepContacts';
import stepOptions from '@salesforce/label/c.PortalUsersConsole_Console_StepOptions';
import stepCheck from '@salesforce/label/c.PortalUsersConsole_Console_StepCheck';
import stepCreate from '@salesforce/label/c.PortalUsersConsole_Console_StepCreate';
import stepResults from '@salesforce/label/c.PortalUsersConsole_Console_StepResults';
import stepOf from '@salesforce/label/c.PortalUsersConsole_Console_StepOf';
import next from '@salesforce/label/c.PortalUsersConsole_Console_Next';
import back from '@salesforce/label/c.PortalUsersConsole_Console_Back';
import check from '@salesforce/label/c.PortalUsersConsole_Console_Check';
import handingOver from '@salesforce/label/c.PortalUsersConsole_Console_HandingOver';
import tryAgain from '@salesforce/label/c.PortalUsersConsole_Console_TryAgain';
import selected from '@salesforce/label/c.PortalUsersConsole_Console_Selected';
import noSelection from '@salesforce/label/c.PortalUsersConsole_Console_NoSelection';
import confirmTitle from '@salesforce/label/c.PortalUsersConsole_Console_ConfirmTitle';
import confirmMessage from '@salesforce/label/c.PortalUsersConsole_Console_ConfirmMessage';
import confirmInvitations from '@salesforce/label/c.PortalUsersConsole_Console_ConfirmInvitations';
import approveTitle from '@salesforce/label/c.PortalUsersConsole_Console_ApproveTitle';
import approveMessage from '@salesforce/label/c.PortalUsersConsole_Console_ApproveMessage';
import onlyLooks from '@salesforce/label/c.PortalUsersConsole_Console_OnlyLooks';
import stopTitle from '@salesforce/label/c.PortalUsersConsole_Console_StopTitle';
import stopMessage from '@salesforce/label/c.PortalUsersConsole_Console_StopMessage';
import finishedToast from '@salesforce/label/c.PortalUsersConsole_Console_FinishedToast';
import steps from '@salesforce/label/c.PortalUsersConsole_Console_Steps';
import problem from '@salesforce/label/c.PortalUsersConsole_Console_Problem';

export const labels = {
  title,
  subtitle,
  newRun,
  stepContacts,
  stepOptions,
  stepCheck,
  stepCreate,
  stepResults,
  stepOf,
  next,
  back,
  check,
  handingOver,
  tryAgain,
  selected,
  noSelection,
  confirmTitle,
  confirmMessage,
  confirmInvitations,
  approveTitle,
  approveMessage,
  onlyLooks,
  stopTitle,
  stopMessage,
  finishedToast,
  steps,
  problem,
};
