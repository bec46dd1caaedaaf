package io.tillsync.console.startup;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Runs what is scheduled, but nothing before the process is ready: a database that is still awaited is no news to any task. A task that
 * has to wait for something later does not delay the others.
 */
@Component("taskScheduler")
class ScheduledTasks extends ThreadPoolTaskScheduler {
    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 4;

    ScheduledTasks() {
        setPoolSize(AT_ONCE);
        setThreadNamePrefix("scheduled-");
    }

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        stop();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        start();
    }
}
