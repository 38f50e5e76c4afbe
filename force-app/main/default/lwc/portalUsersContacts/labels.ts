/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Contacts_Title';
import search from '@salesforce/label/c.PortalUsersConsole_Contacts_Search';
import searchPlaceholder from '@salesforce/label/c.PortalUsersConsole_Contacts_SearchPlaceholder';
import account from '@salesforce/label/c.PortalUsersConsole_Contacts_Account';
import withoutUser from '@salesforce/label/c.PortalUsersConsole_Contacts_WithoutUser';
import name from '@salesforce/label/c.PortalUsersConsole_Contacts_Name';
import email from '@salesforce/label/c.PortalUsersConsole_Contacts_Email';
import user from '@salesforce/label/c.PortalUsersConsole_Contacts_User';
import userNone from '@salesforce/label/c.PortalUsersConsole_Contacts_UserNone';
import userActive from '@salesforce/label/c.PortalUsersConsole_Contacts_UserActive';
import userInactive from '@salesforce/label/c.PortalUsersConsole_Contacts_UserInactive';
import previous from '@salesforce/label/c.PortalUsersConsole_Contacts_Previous';
import next from '@salesforce/label/c.PortalUsersConsole_Contacts_Next';
import range from '@salesforce/label/c.PortalUsersConsole_Contacts_Range';
import rangeOf from '@salesforce/label/c.PortalUsersConsole_Contacts_RangeOf';
import none from '@salesforce/label/c.PortalUsersConsole_Contacts_None';
import selectAll from '@salesforce/label/c.PortalUsersConsole_Contacts_SelectAll';
import selectAllOf from '@salesforce/label/c.PortalUsersConsole_Contacts_SelectAllOf';
import clear from '@salesforce/label/c.PortalUsersConsole_Contacts_Clear';
import count from '@salesforce/label/c.PortalUsersConsole_Contacts_Count';
import loading from '@salesforce/label/c.PortalUsersConsole_Contacts_Loading';
import tooMany from '@salesforce/label/c.PortalUsersConsole_Contacts_TooMany';
import tooManyExceptions from '@salesforce/label/c.PortalUsersConsole_Contacts_TooManyExceptions';

export const labels = {
  title,
  search,
  searchPlaceholder,
  account,
  withoutUser,
  name,
  email,
  user,
  userNone,
  userActive,
  userInactive,
  previous,
  next,
  range,
  rangeOf,
  none,
  selectAll,
  selectAllOf,
  clear,
  count,
  loading,
  tooMany,
  tooManyExceptions,
};
