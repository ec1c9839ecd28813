/** Ends of 95 % intervals, by the formulas that Grains/Voting/Interval.cs names. */

/** The normal distribution's 97.5 % point. */
export const z = 1.959963984540054;

/** Student's t, 97.5 % points for 1 to 30 degrees of freedom. */
const points = [
  12.706204736, 4.30265273, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163,
  2.228138852, 2.20098516, 2.17881283, 2.160368656, 2.144786688, 2.131449546, 2.119905299, 2.109815578, 2.10092204,
  2.093024054, 2.085963447, 2.079613845, 2.073873068, 2.06865761, 2.063898562, 2.059538553, 2.055529439, 2.051830516,
  2.048407142, 2.045229642, 2.042272456,
];

/** Of a share of people, by E. B. Wilson's score interval (JASA 22, 1927). */
export function ofShare(yes: number, people: number): readonly [number, number] {
  if (people === 0) {
    return [0, 1];
  }
  const share = yes / people;
  const middle = share + (z * z) / (2 * people);
  const half = z * Math.sqrt((share * (1 - share)) / people + (z * z) / (4 * people * people));
  const scale = 1 + (z * z) / people;
  return [yes === 0 ? 0 : (middle - half) / scale, yes === people ? 1 : (middle + half) / scale];
}

/** Of a mean, by Student's t, cut to the range that values can have. */
export function ofMean(
  sum: number,
  squares: number,
  people: number,
  least: number,
  most: number,
): readonly [number, number] {
  if (people < 2) {
    return [least, most];
  }
  const mean = sum / people;
  const variance = Math.max(0, (squares - mean * sum) / (people - 1));
  const half = studentT(people - 1) * Math.sqrt(variance / people);
  return [Math.max(least, mean - half), Math.min(most, mean + half)];
}

/** Student's t at 97.5 %; above 30 degrees of freedom by Abramowitz and Stegun (1964), 26.7.5. */
function studentT(degrees: number): number {
  const [z3, z5] = [z ** 3, z ** 5];
  return points[degrees - 1] ?? z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees);
}
