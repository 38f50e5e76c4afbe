/** Labels with places: `{0}`, `{1}`. Numbers are written as the user's locale writes them. */
export function format(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d)\}/g, (place, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString() : value;
  });
}
