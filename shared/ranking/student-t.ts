const normal = 1.959963984540054;

/**
 * The 97.5 % point of Student's t: what an estimate's standard error is multiplied by for 95 %. Exact for one and two
 * degrees of freedom; above, Abramowitz & Stegun 26.7.5, within 0.01 at three and closer from there on.
 */
export const studentT = (degrees: number): number => {
  if (degrees === 1) return Math.tan(Math.PI * 0.475);
  if (degrees === 2) return 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
  const [z, n] = [normal, degrees];
  return (
    z +
    (z ** 3 + z) / (4 * n) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * n ** 4)
  );
};
