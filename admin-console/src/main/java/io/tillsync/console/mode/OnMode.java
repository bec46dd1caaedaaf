package io.tillsync.console.mode;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnMode implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return metadata.getAnnotations().get(OnlyIn.class).getEnum("value", Mode.class)
                == Mode.of(context.getEnvironment());
    }
}
