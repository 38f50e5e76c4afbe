/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Contacts_Title';
import search from '@salesforce/label/c.PortalUsersConsole_Contacts_Search';
import searchPlaceholder from '@salesforce/label/c.PortalUsersConsole_Contacts_SearchPlaceholder';
import account from '@salesforce/label/c.PortalUsersConsole_Contacts_Account';
import accountPlaceholder from '@salesforce/label/c.PortalUsersConsole_Contacts_AccountPlaceholder';
import withoutUser from '@salesforce/label/c.PortalUsersConsole_Contacts_WithoutUser';
import name from '@salesforce/label/c.PortalUsersConsole_Contacts_Name';
import email from '@salesforce/label/c.PortalUsersConsole_Contacts_Email';
import user from '@salesforce/label/c.PortalUsersConsole_Contacts_User';
import userNone from '@salesforce/label/c.PortalUsersConsole_Contacts_UserNone';
import userActive from '@salesforce/label/c.PortalUsersConsole_Contacts_UserActive';
import userInactive from '@salesforce/label/c.PortalUsersConsole_Contacts_UserInactive';
import previous from '@salesforce/label/c.PortalUsersConsole_Contacts_Previous';
import next from '@salesforce/label/c.PortalUsersConsole_Contacts_Next';
import page from '@salesforce/label/c.PortalUsersConsole_Contacts_Page';
import none from '@salesforce/label/c.PortalUsersConsole_Contacts_None';
import selectAll from '@salesforce/label/c.PortalUsersConsole_Contacts_SelectAll';
import clear from '@salesforce/label/c.PortalUsersConsole_Contacts_Clear';
import count from '@salesforce/label/c.PortalUsersConsole_Contacts_Count';
import loading from '@salesforce/label/c.PortalUsersConsole_Contacts_Loading';
import tooMany from '@salesforce/label/c.PortalUsersConsole_Contacts_TooMany';

export const labels = {
  title,
  search,
  searchPlaceholder,
  account,
  accountPlaceholder,
  withoutUser,
  name,
  email,
  user,
  userNone,
  userActive,
  userInactive,
  previous,
  next,
  page,
  none,
  selectAll,
  clear,
  count,
  loading,
  tooMany,
};
