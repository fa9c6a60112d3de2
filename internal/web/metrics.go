package web

import (
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

var durations = promauto.NewHistogramVec(prometheus.HistogramOpts{
	Name: "uppsikt_http_request_duration_seconds",
	Help: "Time from a request's first byte to its answer's last, by route.",
}, []string{"method", "route", "status"})

func measure(c *gin.Context) {
	start := time.Now()
	c.Next()
	durations.WithLabelValues(c.Request.Method, c.FullPath(), strconv.Itoa(c.Writer.Status())).Observe(time.Since(start).Seconds())
}
