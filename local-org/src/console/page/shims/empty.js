/** Icons come from sprites: no templates. */
export default {};
