module github.com/zio-collectief/zio

go 1.26
