package io.decklog.query.rebuild;

import io.decklog.query.log.LogEnd;
import io.decklog.query.position.Progress;
import io.decklog.query.position.StoredTokens;
import io.decklog.query.projection.Projection;
import io.decklog.query.rebuild.Construction.Extent;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rebuilds together whatever is asked for: the log is read once for all of it. One process at a time does so. */
@Component
class RebuildPass {

    /** What the lock is called by which processes agree on who rebuilds. */
    private static final long LOCK = 0x6465636b6c6f67L;

    private final DataSource dataSource;
    private final List<Projection<?>> projections;
    private final Tools tools;
    private final Site site;

    RebuildPass(DataSource dataSource, List<Projection<?>> projections, Tools tools, Site site) {
        this.dataSource = dataSource;
        this.projections = projections;
        this.tools = tools;
        this.site = site;
    }

    /** What a pass works with. */
    @Component
    record Tools(
            Rebuilds rebuilds, Revisions revisions, StoredTokens tokens, LogEnd end, LogScan log, JdbcTemplate jdbc) {

        /** A position the new tables may come to. */
        long limit(String projection, boolean isNew, long settled) {
            return isNew
                    ? settled
                    : tokens.find(jdbc, projection)
                            .map(reached -> Math.min(settled, reached.index()))
                            .orElse(0L);
        }
    }

    /**
     * Does nothing if another process is at it. Stopped on the way, all of it is begun again by the next pass.
     *
     * @param isStopping asked now and then
     */
    void run(BooleanSupplier isStopping) throws InterruptedException {
        try (var connection = OwnConnection.open(dataSource)) {
            var isOurs = connection.jdbc().queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
            if (Boolean.TRUE.equals(isOurs)) {
                build(isStopping);
            }
        }
    }

    private void build(BooleanSupplier isStopping) throws InterruptedException {
        var names = tools.rebuilds()
                .start(projections.stream().map(Projection::name).toList());
        var asked = projections.stream()
                .filter(projection -> names.contains(projection.name()))
                .toList();
        if (!asked.isEmpty()) {
            build(asked, isStopping);
        }
    }

    private void build(List<Projection<?>> asked, BooleanSupplier isStopping) throws InterruptedException {
        var extent = extent(asked);
        var constructions = asked.stream()
                .map(projection -> new Construction(projection, tools, extent, isStopping))
                .toList();
        // Not virtual threads: folding would keep those that answer requests from theirs.
        var factory = Thread.ofPlatform().name("rebuild-", 1).daemon().factory();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            constructions.forEach(construction -> threads.execute(() -> site.build(construction)));
            read(extent, constructions.stream().map(Construction::lots).toList());
        }
    }

    private Extent extent(List<Projection<?>> asked) throws InterruptedException {
        var settled = tools.end().settled();
        var end = asked.stream()
                .map(Projection::name)
                .mapToLong(name -> tools.limit(name, !tools.revisions().isBuilt(name), settled))
                .min()
                .orElse(0);
        return new Extent(end, tools.log().count(tools.jdbc(), end));
    }

    private void read(Extent extent, List<Lots> takers) {
        RuntimeException failure = null;
        try (var connection = OwnConnection.open(dataSource)) {
            tools.log().lots(connection.jdbc(), new Progress(extent.end(), new TreeSet<>()), incidents -> {
                if (takers.stream().allMatch(Lots::isClosed)) {
                    throw new CancellationException("nobody takes in any more");
                }
                takers.forEach(taker -> taker.add(incidents));
            });
        } catch (RuntimeException unread) {
            failure = unread;
        }
        for (var taker : takers) {
            taker.end(failure);
        }
    }
}
