/** Texts of this component, from custom labels. */
import title from '@salesforce/label/c.PortalUsersConsole_Results_Title';
import created from '@salesforce/label/c.PortalUsersConsole_Results_Created';
import skipped from '@salesforce/label/c.PortalUsersConsole_Results_Skipped';
import failed from '@salesforce/label/c.PortalUsersConsole_Results_Failed';
import successFile from '@salesforce/label/c.PortalUsersConsole_Results_SuccessFile';
import failureFile from '@salesforce/label/c.PortalUsersConsole_Results_FailureFile';
import preparing from '@salesforce/label/c.PortalUsersConsole_Results_Preparing';
import fileHint from '@salesforce/label/c.PortalUsersConsole_Results_FileHint';

export const labels = { title, created, skipped, failed, successFile, failureFile, preparing, fileHint };
