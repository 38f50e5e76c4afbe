/** The name that stands first in all addresses of the org. */
export const MY_DOMAIN = 'local-org';
