package io.tillsync.core.circle;

import io.tillsync.core.breach.FeatureInACircle;

public record OtherFeatureInTheCircle(FeatureInACircle back) {}
