/** As in package.json; a test compares them. */
export const APP_VERSION = '0.1.0';
