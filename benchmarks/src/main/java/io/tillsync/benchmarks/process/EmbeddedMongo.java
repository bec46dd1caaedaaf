package io.tillsync.benchmarks.process;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The demo's database in a process of its own, where no MongoDB is named: so that the application's memory and time are its own. */
final class EmbeddedMongo {

    /** The demo's, which keeps orders; nobody outside of the application sees it. */
    private static final String BACKEND = "io.tillsync.console.database.SortingBackend";

    private EmbeddedMongo() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Constructor<?> backend = Class.forName(BACKEND).getDeclaredConstructor();
        backend.setAccessible(true);
        MongoServer server = new MongoServer((MongoBackend) backend.newInstance());
        // One worker, as in the demo: upserts of one document are only atomic when no two of them run at once.
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 1, 1);
    }
}
