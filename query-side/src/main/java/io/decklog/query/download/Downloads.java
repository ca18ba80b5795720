package io.decklog.query.download;

import io.decklog.query.paging.PlannedByValue;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the rows of a query as they come, from a cursor in the database: one query, so all of it is from one moment, and
 * never more than a few hundred rows in memory. It holds a connection until the client has all of it or is gone, so only
 * some are served at a time.
 */
@Component
public class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    /** Rows that are read and written together. */
    private static final int BATCH = 500;

    /** A quarter of the connections there are. */
    private static final int AT_A_TIME = 8;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Downloads(DataSource dataSource, PlatformTransactionManager transactions) {
        var template = new PlannedByValue(dataSource);
        template.setFetchSize(BATCH);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.reading =
                new TransactionTemplate(transactions); // without a transaction the driver would read it all at once
        this.reading.setReadOnly(true);
    }

    /**
     * What to send.
     *
     * @param <T> what a row tells of
     */
    public record Rows<T>(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {}

    /**
     * Answers a request with every row. A failure before the first rows is answered as any; one after that breaks the
     * connection, so that nobody takes what came for all there is.
     *
     * @throws ProblemException 503 {@code TOO_MANY_DOWNLOADS}
     */
    public <T> void serve(
            HttpServletRequest request,
            HttpServletResponse response,
            MediaType type,
            Rows<T> rows,
            RowWriter<T> writer) {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_DOWNLOADS", "no more downloads are served right now");
        }
        try {
            if (HttpMethod.HEAD.matches(request.getMethod())) {
                begin(response, type);
            } else {
                reading.executeWithoutResult(_ -> send(response, type, rows, writer));
            }
        } catch (UncheckedIOException gone) {
            LOG.debug("The client of a download is gone", gone);
        } finally {
            places.release();
        }
    }

    private <T> void send(HttpServletResponse response, MediaType type, Rows<T> rows, RowWriter<T> writer) {
        ResultSetExtractor<Integer> sending = result -> {
            begin(response, type);
            try {
                return write(result, rows.mapper(), writer, response);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        };
        jdbc.query(rows.sql(), rows.parameters(), sending);
    }

    private static void begin(HttpServletResponse response, MediaType type) {
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** How many rows there were. */
    private static <T> int write(
            ResultSet result, RowMapper<T> mapper, RowWriter<T> writer, HttpServletResponse response)
            throws SQLException, IOException {
        var out = response.getOutputStream();
        var first = true;
        var batch = new ArrayList<T>(BATCH);
        var row = 0;
        while (result.next()) {
            batch.add(mapper.mapRow(result, row++));
            if (batch.size() == BATCH) {
                writer.write(List.copyOf(batch), first, out);
                out.flush();
                first = false;
                batch.clear();
            }
        }
        writer.write(batch, first, out);
        writer.end(out);
        out.flush();
        return row;
    }
}
