package tributary.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Seeded chance: the same seed gives the same year on every machine.
final class Chance {
    private final RandomGenerator random;

    Chance(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /// From `least` to `most`, both included.
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /// 1, and one more as long as `probability` holds, at most `most`.
    int repeats(double probability, int most) {
        int times = 1;
        while (times < most && of(probability)) times++;
        return times;
    }

    Duration seconds(int least, int most) {
        return Duration.ofSeconds(between(least, most));
    }

    Duration days(int least, int most) {
        return Duration.ofSeconds(between(least * 86_400, most * 86_400));
    }

    /// Some second from `from` on and before `to`.
    Instant instant(Instant from, Instant to) {
        return from.plusSeconds(random.nextLong(Math.max(1, to.getEpochSecond() - from.getEpochSecond())));
    }

    /// By the campaigns' appeal.
    SampleCampaign campaign() {
        double drawn = random.nextDouble(
                SampleCampaign.ALL.stream().mapToDouble(SampleCampaign::appeal).sum());
        for (var campaign : SampleCampaign.ALL) {
            drawn -= campaign.appeal();
            if (drawn < 0) return campaign;
        }
        return SampleCampaign.ALL.getLast();
    }
}
