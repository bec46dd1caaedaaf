package io.tillsync.audit.breach;

import io.tillsync.core.breach.CoreThatKnowsSync;

record AuditThatKnowsCore(CoreThatKnowsSync core) {}
