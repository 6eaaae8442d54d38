package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.imports.ImportRun;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RubyTest extends CodeTesting {
    @Test
    void typesMembersCallsAndImports() throws IOException {
        write("Gemfile", "source 'https://x'\ngem 'active-support'\ngem \"rack\", '~> 2'\n");
        write(
                "lib/shop/order.rb",
                """
                # frozen_string_literal: true

                require 'json'
                require 'shop/item'
                require 'active_support/core_ext'
                require "rack/request"
                require 'own/missing'
                require_relative '../own'
                autoload :Late, 'shop/late'
                load 'none.rb'
                require File.expand_path('../late', __FILE__)
                require File.join(__dir__, 'late')
                require File.expand_path('late', __dir__)
                require File.join(x, 'late')
                require name

                # All that is sold.
                module Shop
                  ##
                  # What is ordered. By whom ever.
                  #
                  # @since 1
                  class Order < Base
                    include Named, Comparable
                    extend Finding
                    prepend Logged
                    LIMIT = 3
                    Line = Struct.new(:item) do
                      def total; item; end
                    end
                    Broken = Class.new(StandardError)
                    attr_reader :item, "size"
                    attr_accessor :price
                    attr_writer :note
                    alias_method :cost, :price
                    alias take! take
                    class << self
                      attr_accessor :shared
                      def build(*args, **opts, &block) = new(*args)
                      private def hidden; end
                    end

                    # Finds one.
                    sig { returns(Order) }
                    def self.find(id)
                      item = Item.new(id)
                      item.move
                      item = item.twice
                      item.move
                      Shop::Item.all_of_them(1)
                      ::Shop::Order.build
                      hidden
                      self.shared = shared
                      new(id).take(2)
                      by_name_of_it(id)
                    end

                    def initialize(item, size = default_size, kind: nil)
                      @item = item
                      @store ||= Store.new
                      super
                    end

                    def take(times)
                      @store.fill_up
                      helper
                      helper()
                      times
                      self.class.find(1)
                      self.class.new(1)
                      self.price = 3
                      cost
                      take!(1)
                      item&.move_on
                      items.each { |one, (two)| one.helper; two; helper }
                      shown
                      logged
                      x if a && b or c
                      begin; rescue Broken => e; e.mend; end
                      "#{helper} x"
                      case times when 1 then 2 when 3 then 4 end
                      made_of_it.fill_up
                      dynamic
                    end
                    def made_of_it = Store.new
                    define_method(:dynamic) { |x| helper }
                    private
                    def helper; end
                    def default_size; end
                    def ==(other) = true
                  end
                  class Base
                    def initialize(item); end
                  end
                  module Named
                    def shown; helper_of_all; cost; end
                  end
                  module Finding; def by_name_of_it(id); end; end
                  module Logged; def logged; end; end
                  class Store; def fill_up; end; end
                end
                def helper_of_all; end
                """);
        write(
                "lib/shop/item.rb",
                """
                class Shop::Item
                  def initialize(id) end
                  def move; end
                  def move_on; end
                  def twice; self; end
                  def self.all_of_them(n); allocate_them; end
                  def self.allocate_them; end
                end
                """);
        write("lib/shop/late.rb", "class Shop::Late; end\n");
        write("lib/own.rb", "");
        write(
                "spec/shop/order_spec.rb",
                "require 'rack/request'\nRSpec.describe(Shop::Order) { it { Shop::Order.find(1) } }\n");
        write(
                "test/test_item.rb",
                """
                class TestItem < Minitest::Test
                  def test_moves; Shop::Item.new(1).move; helps; end
                  def helps; end
                end
                """);
        ImportRun run = read();
        assertEquals(List.of(), run.warnings());
        assertEquals(
                List.of(
                        "Order extends Base (exact)",
                        "Order uses Finding (exact)",
                        "Order uses Logged (exact)",
                        "Order uses Named (exact)",
                        "all_of_them calls allocate_them (exact)",
                        "build creates initialize (by name)",
                        "dynamic calls helper (exact)",
                        "find calls all_of_them (exact)",
                        "find calls build (exact)",
                        "find calls by_name_of_it (exact)",
                        "find calls hidden (exact)",
                        "find calls move (by name)",
                        "find calls shared (exact)",
                        "find calls take (exact)",
                        "find calls twice (by name)",
                        "find creates initialize (by name)",
                        "find creates initialize (exact)",
                        "initialize calls default_size (exact)",
                        "initialize creates Store (exact)",
                        "initialize creates initialize (exact)",
                        "made_of_it creates Store (exact)",
                        "order.rb imports active-support",
                        "order.rb imports item.rb",
                        "order.rb imports late.rb",
                        "order.rb imports own.rb",
                        "order.rb imports rack",
                        "order_spec.rb calls find (exact)",
                        "order_spec.rb imports rack",
                        "order_spec.rb tests order.rb",
                        "shown calls helper_of_all (by name)",
                        "shown calls price (by name)",
                        "take calls dynamic (exact)",
                        "take calls fill_up (by name)",
                        "take calls find (exact)",
                        "take calls helper (exact)",
                        "take calls item (exact)",
                        "take calls logged (exact)",
                        "take calls made_of_it (exact)",
                        "take calls move_on (by name)",
                        "take calls price (exact)",
                        "take calls shown (exact)",
                        "take creates initialize (by name)",
                        "test_item.rb tests item.rb",
                        "test_moves calls helps (exact)",
                        "test_moves calls move (exact)",
                        "test_moves creates initialize (exact)"),
                edges());
        NodeStatement order = named("Order", "Class");
        assertTrue(order.formsGroup());
        assertEquals(Value.text("What is ordered."), order.properties().find("description"));
        assertEquals(
                Value.text("All that is sold."),
                named("Shop", "Module").properties().find("description"));
        assertEquals(
                Value.text("Finds one."), named("find", "Method").properties().find("description"));
        assertEquals(Value.integer(7), named("take", "Method").properties().find("complexity"));
        assertFalse(named("LIMIT", "Constant").formsGroup());
        for (String field : List.of("item", "size", "price", "note=", "shared", "dynamic", "==")) {
            assertEquals(order.node(), named(field, "Method").group(), field);
        }
        assertEquals(named("Shop", "Module").node(), named("Item", "Class").group());
        assertEquals("Line", name(named("total", "Method").group()));
        assertEquals("Broken", name(named("Broken", "Class").node()));
        assertEquals(Value.flag(true), named("test_moves", "Method").properties().find("test"));
        assertNull(named("helps", "Method").properties().find("test"));
        assertEquals(Value.flag(true), named("order_spec.rb", "File").properties().find("test"));
    }

    @Test
    void aTypeIsOneWhereverItsProjectOpensIt() throws IOException {
        write("a/a.gemspec", "Gem::Specification.new { |s| s.add_dependency 'rack' }");
        write("b/Gemfile", "");
        write("a/lib/one.rb", "module Tool\n  class Box\n    def one; two_of_a; end\n  end\nend\n");
        write("a/lib/two.rb", "class Tool::Box\n  def two_of_a; one; three_of_b; end\nend\n");
        write(
                "b/lib/three.rb",
                "require 'one'\nmodule Tool\n  class Box\n    def three_of_b; end\n  end\nend\nclass Alone; end\n");
        write(
                "b/lib/four.rb",
                "class User\n  def one; Tool::Box.new.two_of_a; Alone.new; end\nend\n");
        write(
                "a/test/one_test.rb",
                "class Tool::Box\n  def more; one; end\nend\nclass Mine; def x_of_mine; end; end\n");
        write("a/test/two_test.rb", "class Mine; def y_of_mine; x_of_mine; end; end\n");
        read();
        assertEquals(
                List.of(
                        "more calls one (exact)",
                        "one calls two_of_a (exact)",
                        "one creates Alone (exact)",
                        "one creates Box (exact)",
                        "one_test.rb tests one.rb",
                        "three.rb imports one.rb",
                        "two_of_a calls one (exact)",
                        "two_of_a calls three_of_b (exact)",
                        "two_test.rb tests two.rb"),
                edges());
        assertEquals(2, source().nodes.values().stream().filter(n -> isCalled(n, "Box")).count());
        assertEquals(2, source().nodes.values().stream().filter(n -> isCalled(n, "Mine")).count());
        assertEquals(
                List.of("Tool", "Tool", "one.rb", "one_test.rb", "three.rb", "two.rb"),
                source().edges.values().stream()
                        .filter(e -> e.type().equals("declares") && name(e.to()).equals("Box"))
                        .map(e -> name(e.from()))
                        .sorted()
                        .toList());
    }

    private static boolean isCalled(NodeStatement node, String name) {
        return node.name().equals(Value.text(name));
    }

    @Test
    void modulesGiveTheirMethodsToWhatTakesThemOver() throws IOException {
        write(
                "a.rb",
                """
                module Helping
                  module ClassMethods
                    def configured_by; end
                  end
                  def shared_by_all; own_of_one; twice_had; @kept.far_away_one; end
                  private
                end
                module Itself
                  extend self
                  def first_of_it; second_of_it; end
                  def second_of_it; end
                end
                module Functions
                  module_function
                  def round_it; end
                end
                class One
                  include Helping
                  module Inside; def from_inside; end; end
                  include Inside
                  configured_by
                  later_in_block { own_of_one }
                  THINGS = own_of_one
                  def own_of_one; super; end
                  def twice_had; Itself.first_of_it; Functions.round_it; One.configured_by; end
                  def plain_method(given)
                    given = Two.new
                    given = One.new
                    given.own_of_one
                    picked = given ? Two.new : nil
                    picked.only_of_two
                    other = Two.new || Two.new
                    other.only_of_two
                    instance_eval { own_of_one; self.own_of_one; new }
                    klass = self.class
                    klass.made_by_class
                    unknown_one.far_away_one
                    Class.new { def hidden_in; end; own_of_one }
                    a, (b, *c) = given
                    for d in given do d; end
                    e ||= (Two.new)
                    e.only_of_two
                    case given
                    in {x: f} then f
                    end
                    Missing.call_it; Missing::Deep.new; ''.only_of_two; nil.own_of_one
                    ->(g) { g }
                    [1].each(&:own_of_one)
                    from_inside
                    own_of_one = 1
                    own_of_one
                  end
                  def self.made_by_class; new; end
                end
                class Two < One
                  include Helping
                  def own_of_one; super(); end
                  def twice_had; super; end
                  def self.made_by_class; super; end
                  def only_of_two; ::Two.made_by_class; end
                  def far_away_one; end
                  class Inner; def deep_in; Two; THINGS; Inner.new; end; end
                  def outer_of; Inner.new.deep_in; Two::Inner.new; end
                end
                class Three < Two
                  def below; Inner.new; end
                end
                class Loop < Loop; end
                loop_it = Two.new
                loop_it.only_of_two
                """);
        read();
        assertEquals(
                List.of(
                        "One calls configured_by (by name)",
                        "One calls own_of_one (by name)",
                        "One uses Helping (exact)",
                        "One uses Inside (exact)",
                        "Three extends Two (exact)",
                        "Two extends One (exact)",
                        "Two uses Helping (exact)",
                        "a.rb calls only_of_two (exact)",
                        "a.rb creates Two (exact)",
                        "below creates Inner (exact)",
                        "deep_in creates Inner (exact)",
                        "first_of_it calls second_of_it (exact)",
                        "made_by_class calls made_by_class (exact)",
                        "made_by_class creates One (by name)",
                        "only_of_two calls made_by_class (exact)",
                        "outer_of calls deep_in (exact)",
                        "outer_of creates Inner (exact)",
                        "own_of_one calls own_of_one (exact)",
                        "plain_method calls from_inside (exact)",
                        "plain_method calls made_by_class (exact)",
                        "plain_method calls only_of_two (exact)",
                        "plain_method creates One (exact)",
                        "plain_method creates Two (exact)",
                        "shared_by_all calls far_away_one (by name)",
                        "twice_had calls configured_by (by name)",
                        "twice_had calls first_of_it (exact)",
                        "twice_had calls round_it (exact)",
                        "twice_had calls twice_had (exact)"),
                edges());
    }

    @Test
    void functionsOfOtherFilesAreKnownByNamesThatSayMuch() throws IOException {
        write("lib/tools.rb", "def measure_all; end\ndef short; end\ndef twice_there; end\n");
        write("lib/more.rb", "def twice_there; end\n");
        write("test/help_test.rb", "def of_tests_alone; end\n");
        write(
                "lib/use.rb",
                """
                require 'more'
                require 'tempfile'
                require 'unknown_gem/deep'
                class Use
                  # rubocop:disable Style/All
                  # What is used.
                  def run_it; measure_all; short; twice_there; of_tests_alone; self[1]; super; end
                  def made; x = (made || nil); x ? made : nil; end
                end
                super
                """);
        read();
        assertEquals(
                List.of(
                        "run_it calls measure_all (by name)",
                        "use.rb imports more.rb",
                        "use.rb imports unknown_gem"),
                edges());
        assertEquals(
                Value.text("What is used."),
                named("run_it", "Method").properties().find("description"));
    }

    @Test
    void specsAreOfWhatLiesInFoldersThatAreCalledAlike() throws IOException {
        write("app/models/user.rb", "class User; end");
        write("app/http/user.rb", "class Http::User; end");
        write("spec/models/user_spec.rb", "describe User do\n  include_examples 'x'\nend");
        write("lib/tasks/all.rake", "task :all do\n  User.new\nend");
        read();
        assertEquals(
                List.of("all.rake creates User (exact)", "user_spec.rb tests user.rb"), edges());
    }
}
