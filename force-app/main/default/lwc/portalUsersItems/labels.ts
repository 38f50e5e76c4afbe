/** Texts of this component, from custom labels. */
import row from '@salesforce/label/c.PortalUsersConsole_Items_Row';
import contact from '@salesforce/label/c.PortalUsersConsole_Items_Contact';
import verdict from '@salesforce/label/c.PortalUsersConsole_Items_Verdict';
import state from '@salesforce/label/c.PortalUsersConsole_Items_State';
import reason from '@salesforce/label/c.PortalUsersConsole_Items_Reason';
import username from '@salesforce/label/c.PortalUsersConsole_Items_Username';
import code from '@salesforce/label/c.PortalUsersConsole_Items_Code';
import codeCount from '@salesforce/label/c.PortalUsersConsole_Items_CodeCount';
import search from '@salesforce/label/c.PortalUsersConsole_Items_Search';
import searchPlaceholder from '@salesforce/label/c.PortalUsersConsole_Items_SearchPlaceholder';
import all from '@salesforce/label/c.PortalUsersConsole_Items_All';
import ready from '@salesforce/label/c.PortalUsersConsole_Items_Ready';
import warning from '@salesforce/label/c.PortalUsersConsole_Items_Warning';
import skip from '@salesforce/label/c.PortalUsersConsole_Items_Skip';
import inactive from '@salesforce/label/c.PortalUsersConsole_Items_Inactive';
import blocked from '@salesforce/label/c.PortalUsersConsole_Items_Blocked';
import created from '@salesforce/label/c.PortalUsersConsole_Items_Created';
import skipped from '@salesforce/label/c.PortalUsersConsole_Items_Skipped';
import failed from '@salesforce/label/c.PortalUsersConsole_Items_Failed';
import retry from '@salesforce/label/c.PortalUsersConsole_Items_Retry';
import open from '@salesforce/label/c.PortalUsersConsole_Items_Open';
import waiting from '@salesforce/label/c.PortalUsersConsole_Items_Waiting';
import more from '@salesforce/label/c.PortalUsersConsole_Items_More';
import none from '@salesforce/label/c.PortalUsersConsole_Items_None';
import loading from '@salesforce/label/c.PortalUsersConsole_Items_Loading';
import unknown from '@salesforce/label/c.PortalUsersConsole_Items_Unknown';

export const labels = {
  row,
  contact,
  verdict,
  state,
  reason,
  username,
  code,
  codeCount,
  search,
  searchPlaceholder,
  all,
  ready,
  warning,
  skip,
  inactive,
  blocked,
  created,
  skipped,
  failed,
  retry,
  open,
  waiting,
  more,
  none,
  loading,
  unknown,
};
