package io.tillsync.sync.importing;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.core.importing.ImportJob;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.importing.Started;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.Home;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Scopes;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.IdempotencyKeys;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.PathTypes;
import io.tillsync.sync.openapi.Sends;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands files in, and tells how far they are. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController implements PathTypes {

    private static final String CSV = "text/csv";

    private final Imports imports;
    private final EntityTypes types;
    private final CallResolver calls;
    private final Scopes scopes;
    private final Homes homes;

    ImportController(Imports imports, EntityTypes types, CallResolver calls, Scopes scopes, Homes homes) {
        this.imports = imports;
        this.types = types;
        this.calls = calls;
        this.scopes = scopes;
        this.homes = homes;
    }

    @ApiCall(
            id = "importEntities",
            summary = "Imports {types} from a file",
            description =
                    "Line 1 is the header, which names fields. The file is read through before anything is imported, and a malformed one ends as failed.",
            traits = {Trait.SCOPED, Trait.KEYED},
            answers = 202,
            sends = Sends.CSV,
            refusals = ProblemCode.FORBIDDEN)
    @PostMapping("/{type}")
    ResponseEntity<Data<ImportView>> start(Caller caller, @PathVariable("type") String name, HttpServletRequest request)
            throws IOException {
        EntityType type = types.find(name)
                .filter(imports::isImportable)
                .orElseThrow(() -> WriteRefusals.notFound().toException());
        Scope scope = calls.scope(
                request, caller, type.level(), caller.principal().permissions().mayImport(type));
        mustBeCsv(request);
        Optional<Home> store = scopes.storeOf(caller.principal(), scope).map(named -> homes.of(Level.STORE, named));
        Operation operation = IdempotencyKeys.operation(request, caller.actor(), "");
        Started started = imports.start(
                homes.of(Level.BUSINESS, scope), store, type, request.getInputStream(), caller.actor(), operation);
        return switch (started) {
            case Started.Accepted accepted -> accepted(accepted.job());
            case Started.HeaderRefused refused ->
                throw Problem.of(
                                ProblemCode.VALIDATION_FAILED,
                                "Correct the header, line 1, and send the file again.",
                                refused.errors())
                        .toException();
            case Started.OperationMismatch mismatch ->
                throw WriteRefusals.operationMismatch().toException();
        };
    }

    @Override
    public Stream<EntityType> typesInPath() {
        return types.all().filter(imports::isImportable);
    }

    private static ResponseEntity<Data<ImportView>> accepted(ImportJob job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(new Data<>(ImportView.of(job)));
    }

    private static void mustBeCsv(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getContentType()).orElse("");
        if (!given.equals(CSV) && !given.startsWith(CSV + ";")) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send text/csv.")
                    .withHeader("Accept", CSV)
                    .toException();
        }
    }

    @ApiCall(
            id = "readImport",
            summary = "Tells how far an import is",
            traits = Trait.SCOPED,
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping("/{id}")
    Data<ImportView> read(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return new Data<>(ImportView.of(visible(caller, business(caller, request), id)));
    }

    @ApiCall(
            id = "readRejectedRows",
            summary = "Gives the rows that an import has rejected, each with line, column and reason",
            traits = Trait.SCOPED,
            produces = CSV,
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping("/{id}/rejected.csv")
    void rejected(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LogId business = business(caller, request);
        visible(caller, business, id);
        response.setContentType("text/csv;charset=UTF-8");
        imports.writeRejected(business, id, response.getOutputStream());
    }

    /** An import into a store that the caller does not see is not there. */
    private ImportJob visible(Caller caller, LogId business, String id) {
        return imports.find(business, id)
                .filter(job -> job.store()
                        .map(caller.principal().permissions()::seesLog)
                        .orElse(true))
                .orElseThrow(() -> WriteRefusals.notFound().toException());
    }

    private LogId business(Caller caller, HttpServletRequest request) {
        Scope scope = calls.scope(
                request,
                caller,
                Level.BUSINESS,
                caller.principal().permissions().maySeeImports());
        return Logs.business(scope.businessId());
    }
}
