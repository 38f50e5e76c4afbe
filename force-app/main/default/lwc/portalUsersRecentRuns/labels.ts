/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Title';
import none from '@salesforce/label/c.PortalUsersConsole_RecentRuns_None';
import contacts from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Contacts';
import created from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Created';
import refresh from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Refresh';
import draft from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Draft';
import checking from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Checking';
import ready from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Ready';
import waiting from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Waiting';
import running from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Running';
import settling from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Settling';
import finished from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Finished';
import stopped from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Stopped';
import waitsForMe from '@salesforce/label/c.PortalUsersConsole_RecentRuns_WaitsForMe';
import requester from '@salesforce/label/c.PortalUsersConsole_RecentRuns_Requester';

export const labels = {
  waitsForMe,
  requester,
  title,
  none,
  contacts,
  created,
  refresh,
  draft,
  checking,
  ready,
  waiting,
  running,
  settling,
  finished,
  stopped,
};
