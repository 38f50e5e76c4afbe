/** Words that the grammar admits as names and the platform does not; its own parser and validator were asked, word by word. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nowhere a name, except behind a dot. */
export const keywords = words(`
  and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where`);

/** Nor the first name of a path in SOQL. */
export const soqlKeywords = words(`
  after and as asc before bulk by count cube desc excludes find first from get having in includes instanceof last like limit not nulls or
  returning rollup select set sharing transient trigger using where with without`);

/** Not the name of a variable, parameter, field, property, enum value or type: `Identifier name is reserved: group`. Methods may be called so. */
export const reservedNames = words(`
  activate any array autonomous begin bigdecimal bulk byte case cast char collect commit const default desc end exception exit export float
  goto group having hint import inner int into join loop number object of outer package parallel pragma retrieve rollback short sort super
  switch synchronized system then this transaction when
  blob boolean currency date datetime decimal double integer list long map set sobject string time void`);

/** Not the name of a class or interface. */
export const reservedTypes = words('page apexpages');
