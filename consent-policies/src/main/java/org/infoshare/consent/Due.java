package org.infoshare.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By when an obligation is owed: a length of time ({@code 60s}, {@code 15m}, {@code 4h}, {@code
 * 14d}), working days of the owner's area ({@code 5wd}), or an event ({@code before_sending},
 * {@code with_message}, {@code at_once}, {@code next_contact}, {@code birth}).
 */
public record Due(@JsonValue String word) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})(s|m|h|d|wd)|before_sending|with_message|at_once|next_contact|birth");
  private static final Map<String, LongFunction<Duration>> UNITS =
      Map.of(
          "s", Duration::ofSeconds,
          "m", Duration::ofMinutes,
          "h", Duration::ofHours,
          "d", Duration::ofDays);
  private static final Map<String, String> IN_WORDS =
      Map.of("s", "second", "m", "minute", "h", "hour", "d", "day", "wd", "working day");

  @JsonCreator
  public Due {
    if (!FORM.matcher(word).matches()) {
      throw new IllegalArgumentException("not a time by which something can be owed");
    }
  }

  /**
   * The length of time, if it is one that runs by day and night; {@code at_once} is none at all.
   */
  public Optional<Duration> duration() {
    if (word.equals("at_once")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher form = FORM.matcher(word);
    return form.matches() && form.group(2) != null && !form.group(2).equals("wd")
        ? Optional.of(UNITS.get(form.group(2)).apply(Long.parseLong(form.group(1))))
        : Optional.empty();
  }

  /** The number of working days, if it is counted in those. */
  public Optional<Integer> workingDays() {
    Matcher form = FORM.matcher(word);
    return form.matches() && "wd".equals(form.group(2))
        ? Optional.of(Integer.valueOf(form.group(1)))
        : Optional.empty();
  }

  /** As a person reads it, for example {@code 5 working days} or {@code before sending}. */
  public String inWords() {
    Matcher form = FORM.matcher(word);
    if (!form.matches() || form.group(2) == null) {
      return word.replace('_', ' ');
    }
    String unit = IN_WORDS.get(form.group(2));
    return form.group(1).equals("1") ? "1 " + unit : form.group(1) + " " + unit + "s";
  }

  @Override
  public String toString() {
    return word;
  }
}
