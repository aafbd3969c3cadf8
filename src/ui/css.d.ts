/** Styles are taken into the build's one sheet. */
declare module '*.css';
