/**
 * Pushes what happens in a log to the tills that are connected, over Socket.IO, so that they need not ask.
 *
 * <p>What goes out is a notice, delivered at most once: a client compares cursors on connecting, and whenever a notice does not follow on from
 * what it holds, and catches up over REST. Other packages see {@link io.tillsync.sync.socket.Sockets}, and supply
 * {@link io.tillsync.sync.socket.SocketAuthenticator} and {@link io.tillsync.sync.socket.SocketRequests}.
 */
@NullMarked
package io.tillsync.sync.socket;

import org.jspecify.annotations.NullMarked;
