package tributary.query;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tributary.query.live.LiveConfiguration;

/// The whole query side: figures kept live, reports, replays. Nothing is found by scanning.
@Configuration(proxyBeanMethods = false)
@Import(LiveConfiguration.class)
public class QuerySide {}
