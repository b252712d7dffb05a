package tributary.command.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tributary.store.Caller;
import tributary.store.Scopes;

/// The whole history of an account, personal data included, as far as it can still be read.
@RestController
@RequestMapping("/api/v1/history/export")
public final class ExportResource {
    private final HistoryExport export;

    public ExportResource(HistoryExport export) {
        this.export = export;
    }

    /// The last line is `{"type":"export.end","lines":n}`: without it the answer was cut off.
    @GetMapping
    void export(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, HttpServletResponse response) throws IOException {
        caller.require(Scopes.ACCOUNT_ADMIN);
        var account = export.opened(caller.account(), caller);
        response.setContentType("application/x-ndjson");
        export.write(account, response.getOutputStream());
    }
}
