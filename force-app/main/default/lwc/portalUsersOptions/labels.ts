/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Options_Title';
import policy from '@salesforce/label/c.PortalUsersConsole_Options_Policy';
import placeholder from '@salesforce/label/c.PortalUsersConsole_Options_Placeholder';
import invite from '@salesforce/label/c.PortalUsersConsole_Options_Invite';
import inviteHelp from '@salesforce/label/c.PortalUsersConsole_Options_InviteHelp';
import noInvite from '@salesforce/label/c.PortalUsersConsole_Options_NoInvite';
import none from '@salesforce/label/c.PortalUsersConsole_Options_None';
import loading from '@salesforce/label/c.PortalUsersConsole_Options_Loading';

export const labels = { title, policy, placeholder, invite, inviteHelp, noInvite, none, loading };
