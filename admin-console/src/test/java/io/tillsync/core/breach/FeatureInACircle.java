package io.tillsync.core.breach;

import io.tillsync.core.circle.OtherFeatureInTheCircle;

public record FeatureInACircle(OtherFeatureInTheCircle other) {}
