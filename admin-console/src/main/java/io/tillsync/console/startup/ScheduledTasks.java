package io.tillsync.console.startup;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets no scheduled task run before the process is ready, so that none complains of a database that is still awaited. */
@Component
final class ScheduledTasks implements SimpleAsyncTaskSchedulerCustomizer {

    private final AtomicBoolean ready = new AtomicBoolean();

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready.set(true);
    }

    @Override
    public void customize(SimpleAsyncTaskScheduler scheduler) {
        scheduler.setTaskDecorator(task -> () -> {
            if (ready.get()) {
                task.run();
            }
        });
    }
}
