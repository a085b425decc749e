/** The inverse of a symmetric positive definite matrix, by Cholesky: n³ steps. Throws on any other: that is a defect. */
export const inverseOf = (matrix: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const size = matrix.length;
  const at = (row: number, column: number) => row * size + column;
  const lower = new Float64Array(size * size);
  const cell = (values: Float64Array, row: number, column: number) => values[at(row, column)] ?? 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row]?.[column] ?? 0;
      for (let k = 0; k < column; k += 1) rest -= cell(lower, row, k) * cell(lower, column, k);
      if (row === column && rest <= 0) throw new Error('The matrix is not positive definite');
      lower[at(row, column)] = row === column ? Math.sqrt(rest) : rest / cell(lower, column, column);
    }
  // The inverse of the lower triangle, column by column; then its transpose times itself.
  const inverted = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1)
    for (let row = column; row < size; row += 1) {
      let rest = row === column ? 1 : 0;
      for (let k = column; k < row; k += 1) rest -= cell(lower, row, k) * cell(inverted, k, column);
      inverted[at(row, column)] = rest / cell(lower, row, row);
    }
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => {
      let sum = 0;
      for (let k = Math.max(row, column); k < size; k += 1)
        sum += cell(inverted, k, row) * cell(inverted, k, column);
      return sum;
    }),
  );
};
