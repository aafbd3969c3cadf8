/** Stands in for Node's module of that name, which the zip library asks for under Node only. */
export const Worker = undefined;
