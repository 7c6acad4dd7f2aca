module github.com/zio-collectief/zio/examples

go 1.26
