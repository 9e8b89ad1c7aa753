package org.infoshare.routes.road;

import java.time.Instant;
import java.util.Optional;
import org.infoshare.model.Function;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/** A named person's release of one segment to one recipient, for the rule that held it. Input to the policy, never a way around it. */
public record Release(
    SegmentId segment, Recipient recipient, String rule, String by, Optional<String> second, String role, String reason, Instant at, Optional<Function> toFunction) {}
