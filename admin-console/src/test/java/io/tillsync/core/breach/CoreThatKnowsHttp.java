package io.tillsync.core.breach;

import org.springframework.http.HttpStatus;

record CoreThatKnowsHttp(HttpStatus status) {}
