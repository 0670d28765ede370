/**
 * Runs subjects in rounds, A B C A B C …, so that what disturbs the machine disturbs them alike, and gives back the
 * samples of each. A first round warms them up and does not count.
 */
export async function takeTurns<Sample>(
  rounds: number,
  subjects: readonly (() => Promise<Sample>)[],
): Promise<readonly (readonly Sample[])[]> {
  const samples = subjects.map((): Sample[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, sample] of subjects.entries()) {
      const taken = await sample();
      if (round > 0) samples[at]?.push(taken);
    }
  }
  return samples;
}
