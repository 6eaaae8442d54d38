package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerraformTest extends DefinitionsTesting {
    @Test
    void resourcesVariablesOutputsAndModulesReferToOneAnother() throws IOException {
        write(
                "infra/main.tf",
                """
                terraform {
                  required_providers {
                    aws = { source = "hashicorp/aws", version = "~> 5.0" }
                  }
                }
                provider "aws" {
                  alias  = "east"
                  region = var.region
                }
                locals {
                  name = "shop-${var.stage}" # a comment
                  tags = { Owner = "x", Name = local.name }
                }
                data "aws_ami" "ubuntu" { most_recent = true }
                resource "aws_instance" "web" {
                  count    = 2
                  provider = aws.east
                  ami      = data.aws_ami.ubuntu.id
                  subnet   = module.net.subnets[0].id
                  user_data = <<-EOT
                    echo ${local.name}
                    echo $${not.this}
                  EOT
                  dynamic "disk" {
                    for_each = var.disks
                    content { size = disk.value["size"] }
                  }
                  depends_on = [aws_s3_bucket.logs]
                }
                resource "aws_s3_bucket" "logs" {
                  bucket = lookup(local.tags, "Name", "${var.stage == "a" ? "b" : "c"}")
                }
                module "net" {
                  source = "./net"
                  cidr   = var.cidr
                }
                module "far" {
                  source  = "terraform-aws-modules/vpc/aws"
                  version = "5.1.0"
                }
                output "address" { value = aws_instance.web[*].public_ip }
                """);
        write(
                "infra/variables.tf",
                """
                variable "region" {}
                variable "stage" { description = "where it is" }
                variable "disks" {}
                variable "cidr" {}
                """);
        write("infra/prod.tfvars", "stage = \"secret-value\"\nunknown = 1\n");
        write(
                "infra/net/net.tf",
                "variable \"cidr\" {}\noutput \"subnets\" { value = var.cidr }\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "address refers to aws_instance.web [attributes value]",
                        "aws.east refers to region [attributes region]",
                        "aws_instance.web depends on aws_s3_bucket.logs",
                        "aws_instance.web refers to aws.east [attributes provider]",
                        "aws_instance.web refers to data.aws_ami.ubuntu [attributes ami]",
                        "aws_instance.web refers to disks [attributes disk.for_each]",
                        "aws_instance.web refers to name [attributes user_data]",
                        "aws_instance.web refers to net [attributes subnet]",
                        "aws_instance.web refers to subnets [attributes subnet]",
                        "aws_s3_bucket.logs refers to stage [attributes bucket]",
                        "aws_s3_bucket.logs refers to tags [attributes bucket]",
                        "far depends on terraform-aws-modules/vpc/aws [requires 5.1.0]",
                        "main.tf depends on hashicorp/aws [requires ~> 5.0]",
                        "name refers to stage [attributes name]",
                        "net calls net",
                        "net refers to cidr [attributes cidr]",
                        "net sets cidr",
                        "prod.tfvars sets stage",
                        "subnets refers to cidr [attributes value]",
                        "tags refers to name [attributes tags]"),
                edges("attributes", "requires"));
        assertEquals("where it is", property("stage", "Variable", "description"));
        assertEquals(
                Map.of(
                        "Data source",
                        1,
                        "File",
                        4,
                        "Folder",
                        3,
                        "Library",
                        2,
                        "Local value",
                        2,
                        "Module call",
                        2,
                        "Output",
                        2,
                        "Provider",
                        1,
                        "Resource",
                        2,
                        "Variable",
                        5),
                types());
        assertTrue(
                source().nodes.values().stream()
                        .noneMatch(n -> n.toString().contains("secret-value")));
    }

    @Test
    void whatIsDamagedCostsAWarningWithItsLine() throws IOException {
        write("a.tf", "variable \"a\" {}\nresource \"x\" \"y\" {\n  z = [1,\n");
        write("b.tf", "variable \"b\" {\n  description = \"no end\n}\n");
        write("c.tf", "}\n");
        write("d.tf", "a {".repeat(1000));
        write("e.tf", "x = <<EOT\n  y\n");
        write("f.tf", "module \"m\" {\n  source = \"./gone\"\n}\n");
        write("g.tf", "x = ]\n");
        write("h.tf", "locals { x = \"" + "${a[\"".repeat(1000) + "\n");
        assertEquals(
                List.of(
                        "a.tf line 3: is no HCL: what begins here does not end",
                        "b.tf line 2: is no HCL: the text that begins here does not end",
                        "c.tf line 1: is no HCL: '}' closes nothing",
                        "d.tf line 1: is no HCL: it nests deeper than 100",
                        "e.tf line 1: is no HCL: the text up to EOT does not end",
                        "g.tf line 1: is no HCL: ']' closes nothing",
                        "h.tf line 1: is no HCL: it nests deeper than 100",
                        "f.tf line 2: calls './gone', where no file is read"),
                read());
        assertEquals("a", name(named("a", "Variable").node()));
    }
}
