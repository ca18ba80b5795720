package io.decklog.query.postmortem;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostmortemSettings.class)
class PostmortemConfiguration {}
