package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Modules of Terraform. */
final class HclFuzzTest extends ReaderFuzz {
    HclFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.tf");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        resource "a" "b" {
                          c = "x-${var.d[0].e}"
                          f = [for g in local.h : g.i if g != null]
                          dynamic "j" { for_each = data.k.l }
                          m = <<-N
                            ${module.o.p} $${q}
                          N
                        }
                        variable "d" { default = { r = 1, "s" = true } }
                        module "o" { source = "./o" } # end
                        """));
    }
}
